package com.example.dev;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/hello")
public class Home {

    @GET
    public String hello() {
        return "Hello";
    }
}
